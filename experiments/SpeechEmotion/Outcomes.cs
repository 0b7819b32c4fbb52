namespace Research.Experiments.SpeechEmotion;

/// <summary>Small sums over what was predicted.</summary>
internal static class Outcomes
{
    /// <summary>Share of some clips whose class was predicted.</summary>
    public static double Accuracy(int[] predicted, int[] items, int[] classes) =>
        (double)items.Where((item, i) => classes[item] == predicted[i]).Count() / items.Length;

    /// <summary>Puts predictions of some clips where those of all are.</summary>
    public static void Put(int[] all, int[] items, int[] predicted)
    {
        for (int i = 0; i < items.Length; i++)
        {
            all[items[i]] = predicted[i];
        }
    }
}
