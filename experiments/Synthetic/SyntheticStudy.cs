namespace Research.Experiments.Synthetic;

/// <summary>The embedded corpora, measured: how hard they are, how much like speech, and whether estimators find the truth in them. Nothing here was published by anybody.</summary>
public static class SyntheticStudy
{
    public static Study Study { get; } =
        new(
            "Synthetic",
            "The embedded corpora",
            Studies.ClaimsOf("Synthetic"),
            [],
            profile => FoundExperiments.Beside(typeof(SyntheticStudy), profile)
        )
        {
            Source = typeof(SyntheticStudy),
        };
}
