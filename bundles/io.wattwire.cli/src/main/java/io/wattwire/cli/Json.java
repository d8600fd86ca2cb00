package io.wattwire.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reading and writing the JSON files of the command line. */
final class Json {
    private static final Gson GSON =
            new GsonBuilder()
                    .setPrettyPrinting()
                    .disableHtmlEscaping()
                    .serializeNulls()
                    .serializeSpecialFloatingPointValues()
                    .create();
    private static final long LARGEST_FILE = 1 << 20;

    private Json() {}

    static String text(Object value) {
        return GSON.toJson(value);
    }

    /** A file with one object of plain values: numbers become Double, text String. */
    static Map<String, Object> readValues(Path file) throws WrongUse {
        JsonObject object = readObject(file);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> e : object.entrySet()) {
            if (!e.getValue().isJsonPrimitive()) {
                throw new WrongUse(
                        file + ": the value of '" + e.getKey() + "' must be a number or a text");
            }
            JsonPrimitive value = e.getValue().getAsJsonPrimitive();
            values.put(
                    e.getKey(),
                    value.isNumber() ? (Object) value.getAsDouble() : value.getAsString());
        }
        return values;
    }

    private static JsonObject readObject(Path file) throws WrongUse {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new WrongUse(file + " is larger than 1 MiB; it should hold a few values");
            }
            JsonElement root = JsonParser.parseString(Files.readString(file));
            if (!root.isJsonObject()) {
                throw new WrongUse(file + " must hold one object: {\"name\": value, ...}");
            }
            return root.getAsJsonObject();
        } catch (NoSuchFileException e) {
            throw new WrongUse(file + " does not exist; give the path of a JSON file");
        } catch (IOException e) {
            throw new WrongUse(file + " cannot be read: " + e.getMessage());
        } catch (JsonParseException e) {
            throw new WrongUse(file + " is not JSON: " + e.getMessage());
        }
    }
}
