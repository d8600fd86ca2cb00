package io.wattwire.device.model;

/** Whether the parts of a family fit each other. */
final class FamilyCheck {
    private FamilyCheck() {}

    static void check(DeviceFamily family) {}
}
