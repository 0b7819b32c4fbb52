using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using Research.Data.Download;
using Research.Data.Store;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Build.Runs;

/// <summary>A run that found nothing to do, remembered with the stamps of all that it looked at: while they stand, the same command says the same, and plans nothing (ADR 21).</summary>
/// <remarks>Stamps are trusted as far as <see cref="FileHashes"/> trusts them, and only where the system gives some (Linux).</remarks>
internal static class RememberedRun
{
    private static readonly string[] Variables = ["RESEARCH_", "DOTNET_", "COMPlus_", "HOME", "XDG_DATA_HOME"];

    /// <summary>What the same command said last time, where nothing that it looked at has changed; null where it must be planned.</summary>
    public static IReadOnlyList<string>? Find(IReadOnlyList<string> arguments)
    {
        try
        {
            return Find(Checkout.Here(), arguments);
        }
        catch (Exception error) when (error is ResearchException or IOException or UnauthorizedAccessException)
        {
            return null; // the plan says what is wrong, if anything is
        }
    }

    /// <param name="root">The checkout.</param>
    /// <param name="arguments">Of the command.</param>
    public static IReadOnlyList<string>? Find(string root, IReadOnlyList<string> arguments)
    {
        string file = FileOf(root, arguments);
        try
        {
            return FileStamp.Of(file) is null ? null : Read(file, KeyOf(root, arguments));
        }
        catch (Exception error) when (error is IOException or FormatException)
        {
            return null; // cut off: planned anew
        }
    }

    /// <summary>Remembers a run, unless something that it looked at has changed since, or only just before, or nothing can be written.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="arguments">Of the command.</param>
    /// <param name="watched">All that the run looked at.</param>
    /// <param name="lines">What it said.</param>
    public static void Keep(string root, IReadOnlyList<string> arguments, WatchedPaths watched, IReadOnlyList<string> lines)
    {
        if (FileStamp.Of(root) is null)
        {
            return; // no stamps here: what is there would pass for what is not
        }

        KeyValuePair<string, FileStamp?>[] all = [.. watched.All];
        if (!all.All(item => Stands(item.Key, item.Value) && item.Value?.IsSettled != false))
        {
            return;
        }

        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(KeyOf(root, arguments));
            writer.Write(all.Length);
            foreach ((string path, FileStamp? stamp) in all)
            {
                Write(writer, path, stamp);
            }

            writer.Write(lines.Count);
            foreach (string line in lines)
            {
                writer.Write(line);
            }
        }

        try
        {
            AtomicFile.Write(FileOf(root, arguments), bytes.ToArray());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is planned again next time.
        }
    }

    private static List<string>? Read(string file, string key)
    {
        using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(file)));
        if (reader.ReadString() != key)
        {
            return null;
        }

        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            string path = reader.ReadString();
            if (!Stands(path, ReadStamp(reader)))
            {
                return null;
            }
        }

        var lines = new List<string>();
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            lines.Add(reader.ReadString());
        }

        return lines;
    }

    private static void Write(BinaryWriter writer, string path, FileStamp? stamp)
    {
        writer.Write(path);
        writer.Write(stamp is not null);
        if (stamp is { } there)
        {
            writer.Write(there.Size);
            writer.Write(there.Modified);
            writer.Write(there.Changed);
            writer.Write(there.Inode);
        }
    }

    private static FileStamp? ReadStamp(BinaryReader reader) =>
        reader.ReadBoolean()
            ? new FileStamp(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadUInt64())
            : null;

    private static bool Stands(string path, FileStamp? stamp) => FileStamp.Of(path) == stamp;

    // One file a command; the whole key lies in it, so two commands of one name forget each other and nothing worse.
    private static string FileOf(string root, IReadOnlyList<string> arguments)
    {
        ulong hash = 0xcbf29ce484222325; // FNV-1a: a cryptographic hash takes longer to load than all else here
        foreach (char c in string.Join('\n', arguments))
        {
            hash = (hash ^ c) * 0x100000001b3;
        }

        return Path.Combine(root, "artifacts", ".engine", "remembered", hash.ToString("x16"));
    }

    private static string KeyOf(string root, IReadOnlyList<string> arguments)
    {
        var key = new StringBuilder("remembered run 1\n");
        key.Append(RuntimeInformation.FrameworkDescription)
            .Append('\n')
            .Append(AppContext.BaseDirectory)
            .Append('\n')
            .Append(root);
        foreach (string argument in arguments)
        {
            key.Append('\n').Append(argument.Length).Append(' ').Append(argument);
        }

        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            string name = (string)variable.Key;
            if (Array.Exists(Variables, start => name.StartsWith(start, StringComparison.Ordinal)))
            {
                variables.Add(name, ShownAddress.Of((string?)variable.Value ?? "")); // a password changes nothing that is said
            }
        }

        foreach ((string name, string value) in variables)
        {
            key.Append('\n').Append(name).Append('=').Append(value);
        }

        return key.ToString();
    }
}
