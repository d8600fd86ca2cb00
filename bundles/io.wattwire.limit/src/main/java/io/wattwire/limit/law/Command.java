package io.wattwire.limit.law;

import java.util.Set;

/**
 * What one evaluation decided for one inverter.
 *
 * @param unit number of the inverter, from 1
 * @param limitW its limit, W; infinite as long as none was commanded
 * @param emit whether the limit has to be written now
 * @param reasons why it is where it is, besides those of the site
 */
public record Command(int unit, double limitW, boolean emit, Set<Reason> reasons) {}
