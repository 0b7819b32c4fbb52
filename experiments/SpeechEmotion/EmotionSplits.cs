namespace Research.Experiments.SpeechEmotion;

/// <summary>How the study's corpora are split.</summary>
internal static class EmotionSplits
{
    /// <summary>The split's names in tables.</summary>
    public const string Random = "random split";
    public const string TestStops = "validation = test";
    public const string OtherCorpus = "other corpus";

    private const string Stream = "emotion/split";

    /// <summary>A share of the clips to test on, and a share of the others to stop by.</summary>
    public static RandomSplit Drawn(double test, double validation) =>
        new() { Test = Holdout.Stratified(test, Stream), Validation = Holdout.Stratified(validation, "emotion/validation") };

    /// <summary>A share of the clips to test on; nothing says when to stop.</summary>
    public static RandomSplit Drawn(double test) =>
        new() { Test = Holdout.Stratified(test, Stream), Validation = new NoValidation() };

    /// <summary>The study's: so many test clips of each class, which also say when to stop. Optimistic: the test chooses the epoch.</summary>
    public static BalancedTest Published(int perClass) =>
        new()
        {
            PerClass = perClass,
            Stream = Stream,
            Validation = new TestAsValidation(),
        };

    /// <summary>The study's small sets: of each class as many clips, a share of which validates.</summary>
    public static BalancedSample Small(IReadOnlyList<string> classes, int clips, double validation) =>
        new()
        {
            Classes = classes,
            PerClass = clips / classes.Count,
            Stream = "emotion/sixty",
            Within = new RandomSplit
            {
                Test = Holdout.Stratified(validation, "emotion/validation"),
                Validation = new TestAsValidation(),
            },
        };

    /// <summary>One speaker tested; all clips of the others are learned from.</summary>
    public static GroupLeftOut Without(string speaker) => new() { Group = speaker, Validation = new NoValidation() };
}
