using Research.Numerics;

namespace Research.Features.Music;

/// <summary>Beat-synchronous features: the median of each column between beats.</summary>
/// <remarks>
/// The frames before the first beat and those from the last beat on are segments too. Source: Ellis and Poliner (2007), ICASSP, with medians for means.
/// Oracle: librosa.util.sync with numpy.median, by hand.
/// </remarks>
internal static class BeatMedians
{
    /// <summary>One row a segment.</summary>
    /// <param name="frames">Shape [frames, columns].</param>
    /// <param name="beats">Frames of the beats, ascending; a segment begins with each.</param>
    /// <returns>Shape [segments, columns]: one more than beats, or as many where the first beat is frame 0; without a beat one.</returns>
    /// <exception cref="ResearchException">There is no frame, a beat lies outside, or the beats do not ascend.</exception>
    public static Matrix Of(Matrix frames, IReadOnlyList<int> beats)
    {
        int[] edges = Edges(frames, beats);
        var medians = new Matrix(edges.Length - 1, frames.Columns);
        for (int segment = 0; segment < medians.Rows; segment++)
        {
            for (int column = 0; column < frames.Columns; column++)
            {
                medians[segment, column] = Middle(frames, column, edges[segment], edges[segment + 1]);
            }
        }

        return medians;
    }

    private static int[] Edges(Matrix frames, IReadOnlyList<int> beats)
    {
        if (frames.Rows == 0)
        {
            throw new ResearchException("There is no frame to take medians of; at least one is needed.");
        }

        for (int i = 0; i < beats.Count; i++)
        {
            if (beats[i] < 0 || beats[i] >= frames.Rows || (i > 0 && beats[i] <= beats[i - 1]))
            {
                throw new ResearchException(
                    $"Beat {i} (from 0) is frame {beats[i]} of {frames.Rows}: beats must ascend and lie within the frames."
                );
            }
        }

        return [.. beats.Where(beat => beat > 0).Prepend(0).Append(frames.Rows)];
    }

    private static double Middle(Matrix frames, int column, int first, int end)
    {
        var values = new double[end - first];
        for (int t = first; t < end; t++)
        {
            values[t - first] = frames[t, column];
        }

        return Median.Of(values);
    }
}
