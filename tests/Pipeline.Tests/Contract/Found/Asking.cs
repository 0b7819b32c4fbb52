namespace Research.Pipeline.Tests.Contract.Found;

/// <summary>Says which profile it was made for.</summary>
internal abstract record Asking : Experiment
{
    public required Profile Profile { get; init; }

    public override string Question => $"{Name}: {Profile}";

    public override Measurement Tabulate(TableInputs inputs) => new([], []);
}
