using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Research.Corpora.Sampling;
using Research.Data;

namespace Research.Corpora;

/// <summary>Generated items as a dataset: samples of 16 bits, names in order, one digest.</summary>
public static class Corpus
{
    private const string TruthFormat = "0.000000";

    /// <summary>The items by name, with the digest that datasets.lock pins.</summary>
    public static Dataset Of(string id, string version, IEnumerable<Item> items)
    {
        Item[] sorted = [.. items.OrderBy(item => item.Id, StringComparer.Ordinal)];
        return new Dataset(id, version, Digest(sorted), Synthetic: true, sorted);
    }

    // Over whole numbers and text alone: names, labels, samples as 16-bit integers, and the truth to six decimals.
    private static string Digest(IEnumerable<Item> items)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Item item in items)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Describe(item)));
            var pcm = new byte[2 * item.Waveform.Samples.Length];
            for (int n = 0; n < item.Waveform.Samples.Length; n++)
            {
                short sample = (short)(item.Waveform.Samples[n] * SixteenBit.FullScale);
                (pcm[2 * n], pcm[(2 * n) + 1]) = ((byte)sample, (byte)(sample >> 8));
            }

            hash.AppendData(pcm);
        }

        return $"sha256:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private static string Describe(Item item)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{item.Id}\t{item.Label}\t{item.Group}\t{item.Subset}\t{item.Waveform.SampleRateHz}\n"
        );
        Append(text, item.Targets);
        foreach (Mark mark in item.Marks)
        {
            text.Append(mark.Label).Append('\t').Append(Fixed(mark.StartSeconds)).Append('\t').Append(Fixed(mark.EndSeconds));
            Append(text, mark.Values);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyDictionary<string, double> values)
    {
        foreach ((string name, double value) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append('\t').Append(name).Append('=').Append(Fixed(value));
        }

        text.Append('\n');
    }

    private static string Fixed(double value) => value.ToString(TruthFormat, CultureInfo.InvariantCulture);
}
