/**
 * Understanding a story with Apache OpenNLP and our own rules: what it is about, who did it, how urgent, which crisis
 * signals, which language, which details give the writer away. It knows neither server nor routing. Start at
 * {@link nl.wegwijzer.reading.ReportReader}.
 */
package nl.wegwijzer.reading;
