using Research.Data;
using Research.Numerics;

namespace Research.Evaluation.Recognition;

/// <summary>A first question to a model that comes from a file, before it is asked anything that matters.</summary>
internal static class ModelCheck
{
    private const double Level = 0.05;

    /// <summary>The model, if it answers a second of noise with a probability for each of its labels.</summary>
    /// <exception cref="InvalidDataException">It does not.</exception>
    public static Recognizer Passed(Recognizer model)
    {
        ModelCard card = model.Card;
        int rate = card.Seen.SampleRatesHz[0];
        var rng = Rng.For(0, "model/trial");
        double[] noise = [.. Enumerable.Range(0, rate).Select(_ => Level * rng.NextNormal())];
        double[] answer = model.Probabilities(new Waveform(noise, rate));
        if (answer.Length != card.Labels.Count)
        {
            throw new InvalidDataException($"it gives {answer.Length} probabilities for {card.Labels.Count} labels.");
        }

        return answer.All(probability => probability is >= 0 and <= 1) && card.Labels.All(label => label is not null)
            ? model
            : throw new InvalidDataException("its probabilities are no numbers between 0 and 1.");
    }
}
