using Research.Data.Locking;
using Research.Pipeline.Targets;
using Research.Report;
using Research.Report.Readme;

namespace Research.Experiments;

/// <summary>What the engine finds in this assembly.</summary>
public sealed class Catalogue : ICatalogue, IReported, IMoreTargets
{
    /// <summary>Path of this assembly.</summary>
    public static string Assembly => typeof(Catalogue).Assembly.Location;

    public IReadOnlyList<Study> Studies => Experiments.Studies.All;

    public Action<string, DatasetLock, string> Report => ReportFiles.Write;

    /// <summary>What is made of the committed results.</summary>
    public IReadOnlyList<Target> Others(Profile profile) =>
        profile == Profile.Sample
            ? [new ReadmeTarget(ResultsSection.Of)]
            : [new SnapshotReportTarget(this, profile), new ReadmeTarget(ResultsSection.Of)];
}

/// <summary>Every study of the package.</summary>
public static class Studies
{
    /// <summary>In the order of the report.</summary>
    public static IReadOnlyList<Study> All { get; } =
    [Digits.DigitsStudy.Study, SpeechEmotion.SpeechEmotionStudy.Study, Synthetic.SyntheticStudy.Study];

    /// <summary>The kinds of models that the studies' experiments export.</summary>
    public static IReadOnlyList<ModelKind> ModelKinds { get; } = ModelKind.In(typeof(Studies).Assembly);

    /// <summary>The published figures that lie beside a study's experiments as claims.csv.</summary>
    internal static ClaimBook ClaimsOf(string study)
    {
        using Stream stream =
            System.Reflection.Assembly.GetExecutingAssembly().GetManifestResourceStream($"claims/{study}/claims.csv")
            ?? throw new InvalidOperationException($"experiments/{study}/claims.csv is not embedded.");
        using var reader = new StreamReader(stream);
        return ClaimBook.Parse(reader.ReadToEnd());
    }
}
