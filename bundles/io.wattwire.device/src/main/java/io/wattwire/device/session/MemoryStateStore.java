package io.wattwire.device.session;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class MemoryStateStore implements StateStore {

    private final Map<String, String> texts = new ConcurrentHashMap<>();

    @Override
    public Optional<String> load(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    @Override
    public void save(String name, String text) {
        texts.put(name, text);
    }

    @Override
    public void delete(String name) {
        texts.remove(name);
    }
}
