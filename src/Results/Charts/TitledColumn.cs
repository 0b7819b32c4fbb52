namespace Research.Results.Charts;

/// <summary>A column that a chart shows, and what the axis or the key of its values says.</summary>
/// <param name="Name">As the table has it.</param>
/// <param name="Title">For people, with the unit.</param>
public sealed record TitledColumn(string Name, string Title);
