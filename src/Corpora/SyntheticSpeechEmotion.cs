using System.Globalization;
using Research.Corpora.Speech;
using Research.Data;
using Research.Data.Datasets;
using Research.Numerics;

namespace Research.Corpora;

/// <summary>Short sentences without meaning in six emotions, which differ by melody, pace, loudness and voice quality alone.</summary>
/// <remarks>
/// Every speaker says every sentence in every emotion, now more, now less of it, so classes overlap; the words say nothing of the emotion. 16 kHz. How
/// much of the emotion went in stands in the items' traits, the vowels' pitch and formants in their marks. What it is for and what it is not: docs/corpora.md.
/// </remarks>
public static class SyntheticSpeechEmotion
{
    /// <summary>Version of the sentences, the emotions and the synthesiser; a new one with every change of a sample.</summary>
    public const string Version = "1";

    private const int SampleRateHz = 16_000;
    private const double UsualDecibels = -16; // of the peak, below full scale

    private static readonly string[] Sentences =
    [
        "M IY N AA L OW R EH D0 D1 AH M OW N IY",
        "W AH D0 D1 UW S EH N IH M AA L EH Y OW",
        "L AO Y EY T0 T1 T2 IY N AX B0 B1 UW M EH",
        "B0 B1 AA R IY SH OW V EH L AX N IY M AA",
        "N UW K0 K1 EH M IY D0 D1 AO R AA L IH N",
        "Y AA Z IH L EY W UW N AH T0 T1 T2 OW R IY",
        "R EH N OW D0 D1 AA V IY L UW S AH M EY",
        "M AO L EH T0 T1 T2 AA N IY W OW F EH R AX",
    ];

    /// <summary>Ten speakers, eight sentences.</summary>
    public static GeneratedDataset Dataset => new("synthetic-speech-emotion", () => Make("synthetic-speech-emotion", 1, 10, 8));

    /// <summary>Four other speakers, four sentences: what another corpus is to a first one.</summary>
    public static GeneratedDataset Other =>
        new("synthetic-speech-emotion-other", () => Make("synthetic-speech-emotion-other", 2, 4, 4));

    public static DatasetCard Card =>
        new()
        {
            Dataset = Dataset,
            Classes = [.. Emotions.All.Keys.Order(StringComparer.Ordinal)],
            GroupKind = "speaker",
            Groups = Voice.Names(10),
            PublishedSubsets = [],
            ClaimNames = [],
            StandsInFor = [],
        };

    public static DatasetCard OtherCard => Card with { Dataset = Other, Groups = Voice.Names(4) };

    /// <summary>That many speakers, each saying the first sentences in all emotions.</summary>
    public static Dataset Make(string id, ulong seed, int speakers, int sentences)
    {
        Voice[] voices = [.. Enumerable.Range(0, speakers).Select(s => Voice.Draw(s, Rng.For(seed, $"emotion/speaker {s}")))];
        (string Emotion, int Speaker, int Sentence)[] all =
        [
            .. from emotion in Emotions.All.Keys
            from speaker in Enumerable.Range(0, speakers)
            from sentence in Enumerable.Range(0, sentences)
            select (emotion, speaker, sentence),
        ];
        return Corpus.Of(
            id,
            Version,
            ParallelLoop.Select(all.Length, i => Say(all[i].Emotion, voices[all[i].Speaker], all[i].Sentence, seed))
        );
    }

    private static Item Say(string emotion, Voice voice, int sentence, ulong seed)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{emotion}_{voice.Name}_{sentence}");
        Rng rng = Rng.For(seed, $"emotion/{name}");
        double share = rng.NextDouble(0.8, 1.4);
        Manner full = Manner.Between(Manner.Neutral, Emotions.All[emotion], share);
        Manner manner = full with
        {
            Pitch = full.Pitch * rng.NextDouble(0.94, 1.07),
            Range = full.Range * rng.NextDouble(0.8, 1.25),
            Rise = full.Rise + (0.08 * rng.NextNormal()),
            Pace = full.Pace * rng.NextDouble(0.92, 1.09),
            Brightness = full.Brightness * rng.NextDouble(0.88, 1.14),
            Carelessness = rng.NextDouble(0.05, 0.25),
        };
        var score = new Score(Phonemes.Read(Sentences[sentence]), voice, manner, rng);
        double[] sound = FormantSynthesizer.Of(score, voice, manner, rng);
        double decibels = Math.Min(UsualDecibels + manner.Decibels + (1.5 * rng.NextNormal()), -0.5);
        var recording = new Recording(
            SampleRateHz,
            voice.ChannelSlope + (0.08 * rng.NextNormal()),
            rng.NextDouble(32, 45),
            PortableMath.Pow(10, decibels / 20)
        );
        return new Item(name, emotion, voice.Name, null, recording.Of(sound, rng))
        {
            Marks = [.. score.Vowels()],
            Targets = new Dictionary<string, double> { ["strength"] = emotion == "neutral" ? 0 : share },
        };
    }
}
