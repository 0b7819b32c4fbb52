namespace Research.Results.Claims;

/// <summary>One figure that a study published.</summary>
/// <param name="Id">Stable name, for example digits-1-037.</param>
/// <param name="Document">Which study.</param>
/// <param name="Place">Step or table of the original.</param>
/// <param name="Experiment">What it measured.</param>
/// <param name="Dataset">On which data.</param>
/// <param name="Model">With which model.</param>
/// <param name="Variant">With which settings.</param>
/// <param name="Split">On which part of the data.</param>
/// <param name="Quantity">Which quantity.</param>
/// <param name="Class">For which class, if one.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit; fractions lie in [0, 1].</param>
public sealed record Claim(
    string Id,
    string Document,
    string Place,
    string Experiment,
    string Dataset,
    string Model,
    string Variant,
    string Split,
    string Quantity,
    string Class,
    double Value,
    string Unit
)
{
    /// <summary>The columns on which figures are joined to it.</summary>
    public ClaimKey Key =>
        new()
        {
            Document = Document,
            Experiment = Experiment,
            Dataset = Dataset,
            Model = Model,
            Variant = Variant,
            Split = Split,
            Quantity = Quantity,
            Class = Class,
        };
}
