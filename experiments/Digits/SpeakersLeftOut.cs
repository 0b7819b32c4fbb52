using Research.Data;
using Research.Data.Splits;

namespace Research.Experiments.Digits;

/// <summary>Every clip predicted once, by the model that did not hear its speaker.</summary>
internal static class SpeakersLeftOut
{
    /// <param name="predict">From a split to the classes of its test clips.</param>
    /// <param name="advance">Called after each speaker.</param>
    public static int[] Predict(Dataset data, Func<Split, int[]> predict, Action advance)
    {
        var predicted = new int[data.Clips.Count];
        foreach ((_, Split split) in LeaveOneGroupOut.Of([.. data.Clips.Select(clip => clip.Speaker)]))
        {
            int[] own = predict(split);
            for (int i = 0; i < own.Length; i++)
            {
                predicted[split.Test[i]] = own[i];
            }

            advance();
        }

        return predicted;
    }
}
