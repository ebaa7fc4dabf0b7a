/**
 * What every page shares: rendering, sending, forms and assets. It knows no feature. Start at
 * {@link nl.wegwijzer.page.Renderer}.
 */
package nl.wegwijzer.page;
