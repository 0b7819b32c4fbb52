namespace Research.Experiments;

/// <summary>How often a study's recognisers refuse what is none of their classes: every exported model hears other recordings.</summary>
internal abstract record StrangersExperiment : Experiment
{
    // Models and what they hear
    public required IReadOnlyList<StrangersTrial> Hearings { get; init; }

    public sealed override IReadOnlyList<Trial> Trials =>
        [.. Hearings.Select(hearing => hearing.Trained).Distinct(), .. Hearings];

    public sealed override IReadOnlyList<Chart> Charts() => [StrangersChart.Refused];

    // Tables
    public sealed override Measurement Tabulate(TableInputs inputs) => StrangersTable.Of(inputs, Hearings);
}
