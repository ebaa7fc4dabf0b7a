package nl.wegwijzer.reading.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The pictures of the report. */
final class Svg {

    private static final int CELL = 44;
    private static final int MARGIN = 130;
    private static final int WIDTH = 520;
    private static final int HEIGHT = 320;
    private static final int EDGE = 50;

    private Svg() {}

    /** Draws a confusion matrix: rows are the true labels, columns what was read, darker is more of the row. */
    static String confusion(List<String> names, int[][] counts) {
        int size = MARGIN + CELL * names.size() + 20;
        StringBuilder svg = open(size, size, "Confusion matrix: rows true label, columns label read");
        for (int row = 0; row < names.size(); row++) {
            int all = Math.max(1, Arrays.stream(counts[row]).sum());
            int y = MARGIN + row * CELL;
            text(svg, MARGIN - 6, y + CELL / 2 + 4, "end", 11, names.get(row));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text transform=\"translate(%d %d) rotate(-60)\" font-size=\"11\">%s</text>%n",
                    MARGIN + row * CELL + CELL / 2,
                    MARGIN - 6,
                    names.get(row)));
            for (int column = 0; column < names.size(); column++) {
                double part = (double) counts[row][column] / all;
                int light = (int) Math.round(97 - 62 * Math.sqrt(part));
                String colour = row == column ? "hsl(160 55% " : "hsl(15 70% ";
                svg.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s%d%%)\"/>%n",
                        MARGIN + column * CELL,
                        y,
                        CELL - 1,
                        CELL - 1,
                        colour,
                        light));
                if (counts[row][column] > 0) {
                    text(
                            svg,
                            MARGIN + column * CELL + CELL / 2,
                            y + CELL / 2 + 4,
                            "middle",
                            10,
                            "" + counts[row][column]);
                }
            }
        }
        return svg.append("</svg>\n").toString();
    }

    /** Draws the risk-coverage curve with the place of the threshold. */
    static String riskCoverage(RiskCoverage curve, double threshold) {
        StringBuilder svg = open(WIDTH, HEIGHT, "Risk-coverage curve");
        int n = curve.risk().length;
        double top = 0.3;
        StringBuilder points = new StringBuilder();
        double cut = 0;
        for (int i = Math.max(1, n / 100); i <= n; i += Math.max(1, n / 200)) {
            double coverage = (double) i / n;
            points.append(
                    String.format(Locale.ROOT, "%.1f,%.1f ", x(coverage), y(Math.min(1, curve.risk()[i - 1] / top))));
            cut = curve.confidence()[i - 1] >= threshold ? coverage : cut;
        }
        for (int tick = 0; tick <= 5; tick++) {
            text(svg, (int) x(tick / 5.0), HEIGHT - EDGE + 18, "middle", 11, tick * 20 + "%");
            text(svg, EDGE - 6, (int) y(tick / 5.0) + 4, "end", 11, Math.round(tick / 5.0 * top * 100) + "%");
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
                    EDGE,
                    WIDTH - 20,
                    y(tick / 5.0),
                    y(tick / 5.0)));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"20\" y2=\"%d\" stroke=\"#b5451b\" stroke-dasharray=\"4 3\"/>%n",
                x(cut),
                x(cut),
                HEIGHT - EDGE));
        svg.append("<polyline fill=\"none\" stroke=\"#14664b\" stroke-width=\"2\" points=\"")
                .append(points)
                .append("\"/>\n");
        text(svg, WIDTH / 2, HEIGHT - 12, "middle", 12, "part of the texts that is not asked about");
        text(svg, EDGE, 14, "start", 12, "part of these that is read wrong");
        return svg.append("</svg>\n").toString();
    }

    private static double x(double part) {
        return EDGE + part * (WIDTH - 20 - EDGE);
    }

    private static double y(double part) {
        return HEIGHT - EDGE - part * (HEIGHT - EDGE - 24);
    }

    private static StringBuilder open(int width, int height, String title) {
        return new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" role=\"img\">%n<title>%s</title>%n<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>%n",
                width,
                height,
                title,
                width,
                height));
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, int size, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-size=\"%d\">%s</text>%n",
                x,
                y,
                anchor,
                size,
                text));
    }
}
