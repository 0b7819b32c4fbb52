using Research.Data;
using Research.Experiments.Recognition;

namespace Research.Experiments.Digits;

/// <summary>What the digit recognisers say of themselves.</summary>
internal static class DigitCard
{
    /// <param name="train">Clips that it learned from.</param>
    /// <param name="predicted">Its classes for the published test clips.</param>
    public static ModelCard Of(Dataset data, string title, int[] train, int[] predicted)
    {
        int[] classes = data.Classes();
        return new ModelCard
        {
            Title = title,
            Labels = data.Labels,
            Dataset = data.Id,
            DatasetVersion = data.Version,
            DatasetDigest = data.Digest,
            Synthetic = data.Synthetic,
            LearnedFrom = train.Length,
            Score = Scores.Of(
                "published test part, speakers shared",
                [.. data.Of(Part.Test).Select(i => classes[i])],
                predicted,
                data.Labels.Count
            ),
            Seen = InputRange.Of(train.Select(i => data.Clips[i])),
            Note =
                "Expects one digit, cut to the word, as the recordings of its training are. Each digit counts as equally likely before anything is heard.",
        };
    }
}
