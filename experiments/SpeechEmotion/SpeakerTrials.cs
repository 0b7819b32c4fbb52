using Research.Data;
using Research.Pipeline;

namespace Research.Experiments.SpeechEmotion;

/// <summary>A network trained without each speaker in turn, on all clips of the others: its steps are fixed beforehand, so none need say when to stop.</summary>
/// <param name="Seeds">A training without each speaker for every seed.</param>
/// <param name="Speakers">How many speakers are left out, in the order of their names; null for all. Fewer than all give no figure, only the speakers' rows.</param>
public sealed record SpeakerTrials(IReadOnlyList<ulong> Seeds, int? Speakers)
{
    /// <summary>Trains, tests, and adds what was predicted.</summary>
    /// <param name="share">Of each training, of the experiment's work.</param>
    internal void Run(Lab lab, EmotionTables results, Dataset data, EmotionData frames, NetVariant variant, double share)
    {
        string words = $"{data.Id}, {variant.Words}";
        IReadOnlyList<(string Speaker, ThreeParts Parts)> all = ThreeParts.Speakers(data);
        foreach (ulong seed in Seeds)
        {
            var predicted = new int[frames.Classes.Length];
            foreach ((string speaker, ThreeParts parts) in all.Take(Speakers ?? all.Count))
            {
                NetRun run = new NetTrial(lab, $"{words}/seed {seed}/without {speaker}", share).Run(frames, parts, variant, seed);
                Outcomes.Put(predicted, parts.Test, run.Predicted);
                results.AddSpeaker(data, words, seed, speaker, parts.Test, run.Predicted);
            }

            if (Speakers is null)
            {
                results.Add(frames.Classes, data.Labels, words, EmotionTables.SpeakersOut, seed, predicted);
            }
        }
    }
}
