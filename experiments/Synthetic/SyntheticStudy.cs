namespace Research.Experiments.Synthetic;

/// <summary>The embedded corpora, measured: how hard they are, how much like speech, and whether estimators find the truth in them. Nothing here was published by anybody.</summary>
internal sealed class SyntheticStudy : IDeclaresStudy
{
    public static Study Study { get; } = StudyFolder.Of(typeof(SyntheticStudy), "The embedded corpora");
}
