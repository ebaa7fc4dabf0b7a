package nl.wegwijzer.server;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import nl.wegwijzer.page.Renderer;

/** Renders the templates that were compiled with the product. */
final class JteRenderer implements Renderer {
    private static final int TYPICAL_PAGE_CHARS = 16 * 1024;

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    @Override
    public String render(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput(TYPICAL_PAGE_CHARS);
        engine.render(template, parameters, output);
        return output.toString();
    }
}
