using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Parity;

/// <summary>Weights and buffers of a network as either engine saves them, in base 64, and as either reads them.</summary>
internal static class States
{
    private static readonly string[] Kinds = ["layers", "lstm"];

    public static IReadOnlyList<string> All => Kinds;

    /// <summary>A network whose numbers follow from the seed, saved.</summary>
    public static string Save(string kind, ulong seed)
    {
        using nn.Module network = Make(kind);
        new CaseInputs(new ParityCase(kind, [1], seed)).Filled(network);
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            network.save(writer);
        }

        return Convert.ToBase64String(stream.ToArray());
    }

    /// <summary>Every number of a saved network, by the order of the names.</summary>
    public static Answer Load(string kind, string saved)
    {
        using nn.Module network = Make(kind);
        using var reader = new BinaryReader(new MemoryStream(Convert.FromBase64String(saved)));
        network.load(reader);
        return new(
            [
                .. network
                    .state_dict()
                    .OrderBy(item => item.Key, StringComparer.Ordinal)
                    .Select(item => Answer.Numbers(item.Value)),
            ],
            false
        );
    }

    private static nn.Module Make(string kind) =>
        kind switch
        {
            "layers" => nn.Sequential(
                ("features", nn.Sequential(("linear", nn.Linear(3, 4)), ("norm", nn.BatchNorm1d(4)))),
                ("output", nn.Linear(4, 2, hasBias: false))
            ),
            "lstm" => nn.LSTM(3, 5, numLayers: 2, bidirectional: true),
            _ => throw new ResearchException($"There is no network '{kind}' here; there are {string.Join(", ", Kinds)}."),
        };
}
