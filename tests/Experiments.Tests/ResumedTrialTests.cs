using Research.Corpora;
using Research.Data;
using Research.Experiments.Digits;
using Research.Experiments.SpeechEmotion;
using Research.Pipeline;

namespace Research.Experiments.Tests;

public class ResumedTrialTests
{
    private static readonly TinyRun Run = new(
        SyntheticDigits.Make("synthetic-digits", 7, 8000, 4, [0, 3, 6], 9),
        SyntheticSpeechEmotion.Make("synthetic-speech-emotion", 7, 3, 7),
        SyntheticMusic.Make("synthetic-music", 7, 4, 3)
    );

    public static TheoryData<string> Trainings =>
        ["Digits.Lstm", "Digits.SineToCosine", "SpeechEmotion.AttentionBlstm", "SpeechEmotion.LocalAttention", "GenreAffect.Cnn"];

    [Theory]
    [MemberData(nameof(Trainings))]
    public void A_trial_that_was_stopped_after_an_epoch_goes_on_to_the_same_bits(string experiment)
    {
        Trial trial = TrialOf(experiment);
        var whole = new List<double>();
        var expected = TinyRun.FilesOf(Run.Run(trial, new MemoryStore(), whole.Add));
        Assert.True(whole.Count > 2, $"{whole.Count} epochs are too few to stop among.");

        var checkpoints = new MemoryStore();
        int done = 0;
        Assert.Throws<OperationCanceledException>(() => Run.Run(trial, checkpoints, _ => Stop(++done == 2)));
        var rest = new List<double>();
        var resumed = TinyRun.FilesOf(Run.Run(trial, checkpoints, rest.Add));

        Assert.InRange(rest.Count, 1, whole.Count - 1); // what was done is not done again
        Assert.Equal(expected.Keys.Order(), resumed.Keys.Order());
        Assert.All(expected, file => Assert.Equal(file.Value, resumed[file.Key]));
    }

    private static void Stop(bool now)
    {
        if (now)
        {
            throw new OperationCanceledException();
        }
    }

    // Of those whose model is kept the one, so that its weights are compared too.
    private static Trial TrialOf(string experiment) =>
        Studies.All.SelectMany(study => study.Experiments(Profile.Quick)).Single(own => own.Target == experiment) switch
        {
            Lstm lstm => lstm.Models()[0].Trial,
            AttentionBlstm blstm => (
                blstm with
                {
                    Honest = blstm.Honest with { Steps = 24, Network = blstm.Honest.Network with { Hidden = 6 } },
                }
            )
                .Models()[0]
                .Trial,
            LocalAttention local => (
                local with
                {
                    SmallSet = 40,
                    Published = local.Published with { Training = local.Published.Training with { Epochs = 3 } },
                }
            ).Trials[0],
            var other => other.Trials[0],
        };
}
