using Research.Data;
using Research.Features.Normalization;
using Research.Numerics;

namespace Research.Experiments.SpeechEmotion;

/// <summary>Rows brought to mean 0 and deviation 1 within groups of clips.</summary>
internal static class SpeakerScaling
{
    /// <summary>Each speaker's rows by that speaker's own mean and deviation: no label is read, but all recordings of the speaker must be there.</summary>
    public static Matrix BySpeaker(Dataset data, Matrix rows)
    {
        var scaled = new Matrix(rows.Rows, rows.Columns);
        foreach (IGrouping<string, int> speaker in Enumerable.Range(0, rows.Rows).GroupBy(i => data.Clips[i].Speaker))
        {
            int[] own = [.. speaker];
            Matrix part = rows.Take(own);
            Matrix done = Standardizer.Fit(part).Apply(part);
            for (int i = 0; i < own.Length; i++)
            {
                done.Row(i).CopyTo(scaled.Row(own[i]));
            }
        }

        return scaled;
    }

    /// <summary>All rows by their own mean and deviation.</summary>
    public static Matrix ByCorpus(Matrix rows) => Standardizer.Fit(rows).Apply(rows);
}
