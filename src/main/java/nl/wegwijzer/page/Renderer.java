package nl.wegwijzer.page;

import java.util.Map;

/** Turns a template and its parameters into HTML; everything is escaped for its place. */
public interface Renderer {

    /**
     * Renders a template.
     *
     * @param template path below {@code web/templates}, e.g. {@code chat/page.jte}
     * @param parameters the template's {@code @param}s by name
     */
    String render(String template, Map<String, Object> parameters);
}
