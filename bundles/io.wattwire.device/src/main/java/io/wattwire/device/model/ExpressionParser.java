package io.wattwire.device.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recursive descent over sum := product ([+-] product)*, product := factor ([*&#47;] factor)*. */
final class ExpressionParser {
    private static final int MOST_CHARACTERS = 500;
    private static final int DEEPEST = 50;
    private static final Pattern TOKEN =
            Pattern.compile("\\s*([a-z][a-z0-9_]*|[0-9.]+([eE][+-]?[0-9]+)?|[-+*/(),]|$)");

    private final String text;
    private int position;
    private String token;
    private int tokenStart;
    private int depth;

    ExpressionParser(String text) {
        this.text = text;
    }

    Node parse() {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "an expression of "
                            + text.length()
                            + " characters; write at most "
                            + MOST_CHARACTERS);
        }
        advance();
        Node sum = sum();
        if (!token.isEmpty()) {
            throw unexpected("an operator or the end");
        }
        return sum;
    }

    private Node sum() {
        Node sum = product();
        while (token.equals("+") || token.equals("-")) {
            Node.Operator operator = token.equals("+") ? Node.Operator.PLUS : Node.Operator.MINUS;
            advance();
            sum = new Node.Operation(operator, sum, product());
        }
        return sum;
    }

    private Node product() {
        Node product = factor();
        while (token.equals("*") || token.equals("/")) {
            Node.Operator operator = token.equals("*") ? Node.Operator.TIMES : Node.Operator.OVER;
            advance();
            product = new Node.Operation(operator, product, factor());
        }
        return product;
    }

    private Node factor() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException(
                    "an expression nested deeper than " + DEEPEST + "; write it flatter");
        }
        Node factor = unguardedFactor();
        depth--;
        return factor;
    }

    private Node unguardedFactor() {
        if (token.equals("-")) {
            advance();
            return new Node.Negation(factor());
        }
        if (token.equals("(")) {
            advance();
            Node sum = sum();
            expect(")");
            return sum;
        }
        if (token.isEmpty()) {
            throw unexpected("a number, a register or '('");
        }
        char first = token.charAt(0);
        if (first >= 'a' && first <= 'z') {
            return name();
        }
        Node constant =
                Numbers.decimal(token)
                        .map(number -> new Node.Constant(number.stripTrailingZeros()))
                        .orElseThrow(() -> unexpected("a number, a register or '('"));
        advance();
        return constant;
    }

    private Node name() {
        String name = token;
        advance();
        if (!token.equals("(")) {
            return new Node.Name(name);
        }
        advance();
        Node first = sum();
        Node result =
                switch (name) {
                    case "abs" -> new Node.Magnitude(first);
                    case "min" -> new Node.Operation(Node.Operator.MIN, first, second());
                    case "max" -> new Node.Operation(Node.Operator.MAX, first, second());
                    default ->
                            throw new IllegalArgumentException(
                                    "'"
                                            + text
                                            + "': there is no function "
                                            + name
                                            + "; write min, max or abs");
                };
        expect(")");
        return result;
    }

    private Node second() {
        expect(",");
        return sum();
    }

    private void expect(String wanted) {
        if (!token.equals(wanted)) {
            throw unexpected("'" + wanted + "'");
        }
        advance();
    }

    private void advance() {
        Matcher matcher = TOKEN.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            tokenStart =
                    position
                            + (int)
                                    text.substring(position)
                                            .chars()
                                            .takeWhile(Character::isWhitespace)
                                            .count();
            token = text.substring(tokenStart, tokenStart + 1);
            throw unexpected("a number, a register in lower case, + - * / ( ) or ,");
        }
        token = matcher.group(1);
        tokenStart = matcher.start(1);
        position = matcher.end();
    }

    private IllegalArgumentException unexpected(String wanted) {
        String found = token.isEmpty() ? "the end" : "'" + token + "'";
        return new IllegalArgumentException(
                "'"
                        + text
                        + "' has "
                        + found
                        + " at position "
                        + (tokenStart + 1)
                        + "; expected is "
                        + wanted);
    }
}
