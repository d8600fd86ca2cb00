package io.wattwire.device.model;

/** A mistake in a table; the message names file, row, column, the mistake and its remedy. */
public final class TableException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @serial name of the file
     */
    private final String file;

    /**
     * @serial line in the file, 0 for the whole file
     */
    private final int row;

    /**
     * @serial name of the column, empty for the whole row
     */
    private final String column;

    /**
     * Describes a mistake.
     *
     * @param file name of the file
     * @param row line in the file as an editor counts it, from 1; 0 when the whole file is meant
     * @param column name of the column; empty when the whole row is meant
     * @param problem the mistake and its remedy
     */
    public TableException(String file, int row, String column, String problem) {
        super(place(file, row, column) + ": " + problem);
        this.file = file;
        this.row = row;
        this.column = column;
    }

    /**
     * The file.
     *
     * @return its name
     */
    public String file() {
        return file;
    }

    /**
     * The row.
     *
     * @return line in the file, from 1; 0 when the whole file is meant
     */
    public int row() {
        return row;
    }

    /**
     * The column.
     *
     * @return its name; empty when the whole row is meant
     */
    public String column() {
        return column;
    }

    private static String place(String file, int row, String column) {
        String line = row == 0 ? file : file + " row " + row;
        return column.isEmpty() ? line : line + ", column " + column;
    }
}
