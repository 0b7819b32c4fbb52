using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Remote;

namespace Research.Pipeline.Executors.Exchange;

/// <summary>Where jobs, their inputs and what comes of them pass between the machine that plans and those that compute: a folder that both see.</summary>
/// <remarks>
/// Jobs are named by their own SHA-256, contents likewise. Records (completions, states) have names made of the submission's random word;
/// they are as good as the folder's permissions.
/// </remarks>
/// <param name="remote">The place.</param>
internal sealed class JobExchange(IRemote remote)
{
    private const int MostBytes = 1 << 24;

    /// <summary>As messages call it.</summary>
    public string Name => remote.Name;

    /// <summary>Opens a folder.</summary>
    public static JobExchange Open(string folder) => new(new FolderRemote(folder));

    /// <summary>Puts a text that is named by its own SHA-256.</summary>
    public string PutNamed(byte[] bytes)
    {
        string name = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Wait(remote.PutEntryAsync(name, bytes, CancellationToken.None));
        return name;
    }

    /// <summary>The text of that SHA-256; null where it is not there, or not whole.</summary>
    public byte[]? FindNamed(string name) =>
        Wait(remote.EntryAsync(name, MostBytes, CancellationToken.None)) is { } bytes
        && Convert.ToHexStringLower(SHA256.HashData(bytes)) == name
            ? bytes
            : null;

    /// <summary>Writes the record of that kind and key, over an earlier one.</summary>
    public void PutRecord(RecordKind kind, string name, byte[] body)
    {
        byte[] text = new SignedText(LineOf(kind), body, []).ToBytes();
        Wait(remote.PutEntryAsync(EntryOf(kind, name), text, CancellationToken.None));
    }

    /// <summary>The record of that kind and key; null where there is none, or none that counts.</summary>
    public byte[]? FindRecord(RecordKind kind, string name) =>
        Wait(remote.EntryAsync(EntryOf(kind, name), MostBytes, CancellationToken.None)) is { } bytes
        && SignedText.Parse(bytes, LineOf(kind)) is { } text
            ? text.Body
            : null;

    /// <summary>Puts a content.</summary>
    public void Put(string digest, StoredFile file) => Wait(remote.PutAsync(digest, file, CancellationToken.None));

    /// <summary>Puts a file of ours as a content.</summary>
    /// <param name="name">The name that the output has.</param>
    public Output Put(string name, string path)
    {
        Output found = OutputOf(name, path);
        Put(found.Digest, StoredFile.Plain(path));
        return found;
    }

    /// <summary>Brings a content; false where it is not there, or not whole.</summary>
    public bool Fetch(Output output, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
        return Wait(remote.FetchAsync(output.Digest, output.Size, path, CancellationToken.None))
            && OutputOf(output.Path, path).Digest == output.Digest;
    }

    /// <summary>A list of files as a record's body.</summary>
    public static byte[] ListOf(IReadOnlyList<Output> files) =>
        JsonSerializer.SerializeToUtf8Bytes([.. files], ExchangeJson.Default.OutputArray);

    /// <summary>Null where the bytes are no such list.</summary>
    public static IReadOnlyList<Output>? ParseList(byte[] bytes)
    {
        try
        {
            return
                JsonSerializer.Deserialize(bytes, ExchangeJson.Default.OutputArray) is { } files
                && files.All(file => file.IsWellFormed)
                ? files
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Output OutputOf(string name, string path)
    {
        using FileStream content = File.OpenRead(path);
        return new Output(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    private static string LineOf(RecordKind kind) => $"research {kind.ToString().ToLowerInvariant()} 1";

    private static string EntryOf(RecordKind kind, string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{LineOf(kind)} {name}")));

    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}

/// <summary>Kinds of records in an exchange; what is written as one is never read as another.</summary>
internal enum RecordKind
{
    /// <summary>Of one item of a submission.</summary>
    Completion,

    /// <summary>Of a running submission.</summary>
    News,

    /// <summary>Saved states of a fingerprint's training loops.</summary>
    Checkpoints,

    /// <summary>The last log of a fingerprint.</summary>
    Log,
}
