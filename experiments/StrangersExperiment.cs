namespace Research.Experiments;

/// <summary>How often a study's recognisers refuse what is none of their classes: every exported model hears other recordings.</summary>
internal abstract record StrangersExperiment : Experiment
{
    private const double HeldOut = 0.1;

    // Models and what they hear
    public required IReadOnlyList<StrangersTrial> Hearings { get; init; }

    /// <summary>Backgrounds, each without a speaker, by whom it is tested; none where recordings have no speakers.</summary>
    public required IReadOnlyList<BackgroundTrial> Voices { get; init; }

    public sealed override IReadOnlyList<Trial> Trials =>
        [
            .. Hearings.Select(hearing => hearing.Trained).Distinct(),
            .. Hearings.Select(hearing => hearing.Background).OfType<Trial>().Distinct(),
            .. Hearings,
            .. Voices,
        ];

    public sealed override IReadOnlyList<Chart> Charts() => [StrangersChart.Refused];

    // Tables
    public sealed override Measurement Tabulate(TableInputs inputs)
    {
        Measurement strangers = StrangersTable.Of(inputs, Hearings);
        if (Voices.Count == 0)
        {
            return strangers;
        }

        Measurement voices = VoicesTable.Of(inputs, Voices);
        return new([.. strangers.Figures, .. voices.Figures], [.. strangers.Tables, .. voices.Tables]);
    }

    /// <summary>A background of each dataset for each of its speakers, whom it does not hear.</summary>
    protected static IReadOnlyList<BackgroundTrial> WithoutEach(IEnumerable<ExportedModel> models) =>
        [
            .. from background in models
                .Select(model => model.Background)
                .OfType<BackgroundTrial>()
                .DistinctBy(own => own.Dataset.Id)
            from voice in Datasets.CardOf(background.Dataset).Groups
            select background with
            {
                ModelName = $"all but {voice}",
                Protocol = new GroupLeftOut { Group = voice, Validation = Holdout.Stratified(HeldOut, "strangers/voices") },
            },
        ];
}
