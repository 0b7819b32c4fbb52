using Research.Report.Input;
using Research.Report.Markup;

namespace Research.Report.Pages;

/// <summary>The trainings that two tensor engines did alike, and how far they lie apart.</summary>
internal static class WitnessPage
{
    public const string Anchor = "witness";

    private const string Meaning =
        "agrees: within the tolerance, which grows with the updates. sensitive: beyond it, and no further than ten times what our own engine differs by when its weights move by a millionth at every update. differs: neither. Differences are relative, but for accuracies.";

    /// <summary>As long as no number differs, the page says so in its heading.</summary>
    public static string Heading(WitnessInput witness) =>
        witness.Count("differs") == 0 ? "An independent engine says the same" : "An independent engine, and where it differs";

    /// <summary>What was done and what came of it.</summary>
    public static string Sentence(WitnessInput witness) =>
        FormattableString.Invariant(
            $"{witness.Trainings} trainings were repeated with TorchSharp from the same first weights, batch order and dropout masks. Of {witness.Table.Rows.Count} numbers {witness.Count("agrees")} agree, {witness.Count("sensitive")} are sensitive to rounding, {witness.Count("differs")} differ."
        );

    public static void Write(Html html, WitnessInput witness)
    {
        html.Element($"h2 id=\"{Anchor}\"", Heading(witness));
        html.Element("p", Sentence(witness));
        html.Element("p", witness.Facts.Sample);
        html.Element("p", Meaning);
        html.Markup("<details><summary>")
            .Text("Every number of both engines, and on what the second one's bits depend")
            .Markup("</summary>\n");
        new HtmlTable("The same training on two engines", witness.Table.Header, witness.Table.Rows) { Printed = true }.Write(
            html
        );
        new HtmlTable(
            "What the second engine's bits depend on",
            ["part", "value"],
            [
                .. witness
                    .Facts.Engine.OrderBy(part => part.Key, StringComparer.Ordinal)
                    .Select(part => new[] { part.Key, part.Value }),
            ]
        ).Write(html);
        html.Markup("</details>\n");
    }
}
