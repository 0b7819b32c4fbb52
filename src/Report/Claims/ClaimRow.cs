using System.Globalization;
using Research.Report.Numbers;

namespace Research.Report.Claims;

/// <summary>A published figure beside ours.</summary>
/// <param name="Id">Such as digits-1-037.</param>
/// <param name="Place">Step or table of the original.</param>
/// <param name="Variant">Model and settings.</param>
/// <param name="Split">On which part of the data.</param>
/// <param name="Quantity">What was measured.</param>
/// <param name="Class">For which class, if one.</param>
/// <param name="Published">As the table has it.</param>
/// <param name="Ours">The same; empty where there is none.</param>
/// <param name="Low">Lower end of our 95 % interval; empty where there is none.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Outcome">Null where the table has a word that is no verdict.</param>
/// <param name="Verdict">That word.</param>
/// <param name="Target">The experiment that measured ours; empty for none.</param>
/// <param name="Why">Why the two differ; empty where they agree.</param>
internal sealed record ClaimRow(
    string Id,
    string Place,
    string Variant,
    string Split,
    string Quantity,
    string Class,
    string Published,
    string Ours,
    string Low,
    string High,
    Outcome? Outcome,
    string Verdict,
    string Target,
    string Why
)
{
    /// <summary>Headings of <see cref="Cells"/>.</summary>
    public static IReadOnlyList<string> Header { get; } =
    ["claim", "where", "variant", "quantity", "published", "ours", "95 % interval", "verdict", "why", "target"];

    /// <summary>For a table: the numbers with the same decimals.</summary>
    public IReadOnlyList<string> Cells
    {
        get
        {
            IReadOnlyList<string> numbers = RowNumbers.Alike([Published, Ours, Low, High]);
            string interval = Low.Length == 0 ? "" : $"{numbers[2]} to {numbers[3]}";
            string verdict = Outcome?.Words() ?? Verdict;
            return [Id, Place, Variant, Subject, numbers[0], numbers[1], interval, verdict, Why, Target];
        }
    }

    /// <summary>What was measured, with the class and the part of the data.</summary>
    private string Subject => string.Join(", ", new[] { Quantity, Class, Split }.Where(text => text.Length > 0));

    /// <summary>One line for who points at its mark.</summary>
    public string Line
    {
        get
        {
            IReadOnlyList<string> numbers = RowNumbers.Alike([Published, Ours]);
            return $"{Id} ({Place}): {Subject}; {Variant}. Published {numbers[0]}, ours {numbers[1]}: {Outcome?.Words() ?? Verdict}.{(Why.Length > 0 ? " " + Why : "")}";
        }
    }

    /// <summary>Both as numbers; null where ours is not there.</summary>
    public (double Published, double Ours)? Pair =>
        double.TryParse(Published, CultureInfo.InvariantCulture, out double published)
        && double.TryParse(Ours, CultureInfo.InvariantCulture, out double ours)
            ? (published, ours)
            : null;

    /// <summary>Id of its row in the page.</summary>
    public string Anchor => $"claim-{Id}";
}
