namespace Research.Results.Charts;

/// <summary>A picture of a table, declared by the experiment that made the table and drawn by the report. It computes nothing new.</summary>
public abstract record Chart
{
    /// <summary>Name of the table, without extension.</summary>
    public required string Table { get; init; }

    public required string Title { get; init; }

    /// <summary>What is to be seen in it, in one or two sentences: the caption, and the text for those who cannot see it.</summary>
    public required string Says { get; init; }

    /// <summary>Rows that are shown: those whose cells are these, by column; all where it is empty.</summary>
    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>();

    /// <summary>A column whose values have a panel each; null for one panel.</summary>
    public string? Panels { get; init; }
}
