using System.Text.Json;
using Research.Pipeline.Store;

namespace Research.Pipeline.Executors.Exchange;

/// <summary>How far a running job is, as its worker last told.</summary>
/// <param name="Host">Name of the machine.</param>
/// <param name="Fingerprint">Of the item that is being made.</param>
/// <param name="Share">Done of that item, 0 to 1.</param>
/// <param name="Started">When the worker began, UTC.</param>
/// <param name="Told">When it told this, UTC.</param>
/// <param name="Log">The log so far; a content of the exchange.</param>
internal sealed record TaskNews(string Host, string Fingerprint, double Share, DateTime Started, DateTime Told, Output Log)
{
    /// <summary>Whether the worker was asked to end, and saved what it had.</summary>
    public bool IsStopped { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ExchangeJson.Default.TaskNews);

    /// <summary>Null where the bytes are no such record.</summary>
    public static TaskNews? Parse(byte[] bytes)
    {
        try
        {
            return
                JsonSerializer.Deserialize(bytes, ExchangeJson.Default.TaskNews) is { } news
                && news.Log.IsWellFormed
                && Names.IsLine(news.Host)
                ? news
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
