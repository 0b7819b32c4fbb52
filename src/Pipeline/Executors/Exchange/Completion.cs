using System.Text.Json;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;

namespace Research.Pipeline.Executors.Exchange;

/// <summary>How one item of a job ended, written last: it alone decides, never the presence of a file or what a scheduler says.</summary>
internal sealed record Completion
{
    public required string Fingerprint { get; init; }

    public required WorkerReport Report { get; init; }

    /// <summary>What was made; contents of the exchange.</summary>
    public required IReadOnlyList<Output> Outputs { get; init; }

    /// <summary>What was told meanwhile; a content of the exchange.</summary>
    public required Output Log { get; init; }

    /// <summary>Name of the machine.</summary>
    public required string Host { get; init; }

    /// <summary>Threads that it ran with.</summary>
    public required int Threads { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ExchangeJson.Default.Completion);

    /// <summary>Null where the bytes are no such record, or half of one.</summary>
    public static Completion? Parse(byte[] bytes, string fingerprint)
    {
        try
        {
            return
                JsonSerializer.Deserialize(bytes, ExchangeJson.Default.Completion) is { } completion
                && completion.Fingerprint == fingerprint
                && completion.Outputs.All(output => output.IsWellFormed)
                && completion.Outputs.DistinctBy(output => output.Path).Count() == completion.Outputs.Count
                && completion.Log.IsWellFormed
                && Names.IsLine(completion.Host)
                ? completion
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
