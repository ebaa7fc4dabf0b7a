/**
 * A delivered report: its receipt, its sealed content, and the messages to and fro. Start at
 * {@link nl.wegwijzer.report.NewReport}, what the chat hands over when the reporter presses send.
 */
package nl.wegwijzer.report;
