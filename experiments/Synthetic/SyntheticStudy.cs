using Research.Experiments.Digits;
using Research.Features.Voice;
using Research.Models.Classical;
using Research.Models.Mixtures;
using Research.Pipeline;

namespace Research.Experiments.Synthetic;

/// <summary>The embedded corpora, measured: how hard they are, how much like speech, and whether estimators find the truth in them. Nothing here was published by anybody.</summary>
public static class SyntheticStudy
{
    public static Study Study { get; } = new("Synthetic", "The embedded corpora", Studies.ClaimsOf("Synthetic"), [], Experiments);

    private static IReadOnlyList<Experiment> Experiments(Profile profile) =>
        profile.UsesRecordings() ? [Recognised] : [Separability, Estimators];

    private static Separability Separability =>
        new()
        {
            Data = [Datasets.SyntheticDigits, Datasets.SyntheticSpeechEmotion, Datasets.SyntheticMusic],
            Seeds = [1, 2, 3, 4, 5],
            TestFraction = 0.2,
            SpeechFrames = Frames.Reported(13),
            MusicFrames = Frames.Reported(13) with { WindowSeconds = 2048.5 / 22_050, HopSeconds = 1024.5 / 22_050 },
            Forest = ForestSettings.RandomForest(100),
        };

    private static Estimators Estimators =>
        new()
        {
            Data = [Datasets.SyntheticDigits],
            Seeds = [],
            Pitch = PitchSettings.Praat,
            Formants = [FormantSettings.Praat(4000), FormantSettings.Praat(4000) with { Formants = 4 }],
            ShortestSeconds = 0.06,
        };

    private static Recognised Recognised =>
        new()
        {
            Data = [Datasets.Fsdd, Datasets.SyntheticDigits],
            Seeds = [1, 2, 3, 4, 5],
            Frames = Frames.Course(13),
            Hmm = new()
            {
                States = 4,
                Mixtures = 3,
                Covariance = Covariance.Full,
                Iterations = 10,
                Tolerance = 1e-4,
                AddedVariance = 0.01,
            },
        };
}
