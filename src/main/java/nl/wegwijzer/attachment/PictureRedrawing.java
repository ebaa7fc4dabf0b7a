package nl.wegwijzer.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws a picture anew, upright and not larger than needed, and writes it as a fresh JPEG. Nothing of the file that was
 * sent goes over except what can be seen: no place, time, camera, thumbnail, comment or colour profile, and nothing
 * hidden beside them.
 */
final class PictureRedrawing {
    /** Content type of every picture that is kept. */
    static final String CONTENT_TYPE = "image/jpeg";

    private static final float QUALITY = 0.85f;

    private PictureRedrawing() {}

    /**
     * Draws the picture. Slow, and up to some hundred megabytes of memory: on a worker, few at a time.
     *
     * @param out gets the JPEG; it is not closed
     * @throws RefusedPictureException when it can't be drawn
     */
    static void redraw(PictureSource source, PictureShape shape, OutputStream out) throws IOException {
        BufferedImage upright = upright(decode(source, shape), shape);
        write(upright, out);
    }

    private static BufferedImage decode(PictureSource source, PictureShape shape) {
        ImageReader reader = reader(shape.format());
        try (ImageInputStream input = new SourceImageInput(source)) {
            // without metadata: compressed notes in a PNG can be made to fill any memory
            reader.setInput(input, true, true);
            if (reader.getWidth(0) != shape.width() || reader.getHeight(0) != shape.height()) {
                throw new RefusedPictureException(Refusal.KAPOT);
            }
            int step = PictureSize.of(shape.width(), shape.height()).step();
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } catch (RefusedPictureException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw new RefusedPictureException(Refusal.KAPOT, broken);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(PictureShape.Format format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.reader());
        if (!readers.hasNext()) {
            throw new IllegalStateException("no image reader for " + format);
        }
        return readers.next();
    }

    private static BufferedImage upright(BufferedImage decoded, PictureShape shape) {
        PictureSize size = PictureSize.of(shape.width(), shape.height());
        boolean turned = shape.orientation() >= 5;
        int width = turned ? size.height() : size.width();
        int height = turned ? size.width() : size.height();
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform transform = turn(shape.orientation(), size.width(), size.height());
            transform.scale((double) size.width() / decoded.getWidth(), (double) size.height() / decoded.getHeight());
            graphics.drawImage(withPlainColours(decoded), transform, null);
        } finally {
            graphics.dispose();
        }
        return upright;
    }

    /**
     * Takes the colours of a photo as they are, without its profile: working through the profile takes many seconds for
     * one photo, and the difference is a shade.
     */
    private static BufferedImage withPlainColours(BufferedImage image) {
        ColorModel model = image.getColorModel();
        boolean profiled = image.getType() == BufferedImage.TYPE_CUSTOM
                && model instanceof ComponentColorModel
                && model.getColorSpace().getType() == ColorSpace.TYPE_RGB
                && !model.getColorSpace().isCS_sRGB()
                && model.getNumComponents() == 3
                && image.getRaster().getTransferType() == DataBuffer.TYPE_BYTE;
        if (!profiled) {
            return image;
        }
        ColorModel plain = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(plain, image.getRaster(), false, null);
    }

    /** What brings a stored picture upright (EXIF 2.32, tag Orientation); the size is that before turning. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static void write(BufferedImage image, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
