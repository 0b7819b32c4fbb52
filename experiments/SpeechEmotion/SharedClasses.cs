using Research.Data;
using Research.Experiments.Digits;
using Research.Numerics;

namespace Research.Experiments.SpeechEmotion;

/// <summary>The classes that two corpora share, and the clips of both that have one of them, one corpus after the other.</summary>
/// <param name="Labels">In ordinal order.</param>
/// <param name="Clips">Of each corpus, the indices of the clips that count.</param>
/// <param name="Classes">Of those of the first corpus, then of those of the second.</param>
internal sealed record SharedClasses(IReadOnlyList<string> Labels, (int[] From, int[] To) Clips, int[] Classes)
{
    public static SharedClasses Of(Dataset from, Dataset to)
    {
        string[] labels = [.. from.Labels.Intersect(to.Labels).Order(StringComparer.Ordinal)];
        int[] first = Having(from, labels);
        int[] second = Having(to, labels);
        IEnumerable<string> own = first.Select(i => from.Clips[i].Label!).Concat(second.Select(i => to.Clips[i].Label!));
        return new(labels, (first, second), [.. own.Select(label => Array.IndexOf(labels, label))]);
    }

    /// <summary>Places of the first corpus's clips among all.</summary>
    public int[] First => [.. Enumerable.Range(0, Clips.From.Length)];

    /// <summary>Places of the second corpus's clips among all.</summary>
    public int[] Second => [.. Enumerable.Range(Clips.From.Length, Clips.To.Length)];

    /// <summary>Vectors of both, with the places to train on and to test on.</summary>
    public (VectorTrial Trial, int[] Train, int[] Test) Joined(Matrix from, Matrix to)
    {
        double[][] rows = [.. Clips.From.Select(i => from.Row(i).ToArray()), .. Clips.To.Select(i => to.Row(i).ToArray())];
        return (new VectorTrial(Matrix.OfRows(rows), Classes, Labels.Count), First, Second);
    }

    /// <summary>Frames of both.</summary>
    public EmotionData Joined(Matrix[] from, Matrix[] to) =>
        new([.. Clips.From.Select(i => from[i]), .. Clips.To.Select(i => to[i])], Classes, Labels, null);

    private static int[] Having(Dataset data, string[] labels) =>
        [.. Enumerable.Range(0, data.Clips.Count).Where(i => labels.Contains(data.Clips[i].Label!))];
}
