namespace Research.Models.Hmm;

/// <summary>Viterbi's algorithm for the left-right topology.</summary>
/// <remarks>δ[t,s] = b[t,s] + max(δ[t−1,s] + stay[s], δ[t−1,s−1] + leave[s−1]) (Rabiner, 1989, eq. 33). Ties stay.</remarks>
internal static class Decode
{
    /// <param name="model">The model.</param>
    /// <param name="emissions">Shape [frames, padded states].</param>
    /// <param name="frames">Frames, at least 1.</param>
    public static (double LogProbability, int[] Path) Best(LeftRightHmm model, ReadOnlySpan<double> emissions, int frames)
    {
        int states = model.States;
        int padded = Trellis.Padded(states);
        double[] logStay = [.. model.Stay.Select(Trellis.LogOf)];
        double[] logLeave = [.. model.Stay.Select(stay => Trellis.LogOf(1 - stay))];
        var score = new double[states];
        var came = new bool[frames * states];
        Array.Fill(score, double.NegativeInfinity);
        score[0] = emissions[0];
        for (int t = 1; t < frames; t++)
        {
            for (int s = states - 1; s >= 0; s--)
            {
                double stay = score[s] + logStay[s];
                double move = s > 0 ? score[s - 1] + logLeave[s - 1] : double.NegativeInfinity;
                came[(t * states) + s] = move > stay;
                score[s] = Math.Max(stay, move) + emissions[(t * padded) + s];
            }
        }

        int last = 0;
        for (int s = 1; s < states; s++)
        {
            last = score[s] > score[last] ? s : last;
        }

        return (score[last], Trace(came, states, frames, last));
    }

    private static int[] Trace(bool[] came, int states, int frames, int state)
    {
        var path = new int[frames];
        for (int t = frames - 1; t >= 0; t--)
        {
            path[t] = state;
            state -= came[(t * states) + state] ? 1 : 0;
        }

        return path;
    }
}
