using Research.Data.Store;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Store;

/// <summary>The folder artifacts/ of a checkout: what is published there, and what each target was last made from.</summary>
/// <param name="root">The folder.</param>
/// <param name="profile">The profile's targets keep their own memory.</param>
/// <param name="hashes">Remembered hashes of files.</param>
public sealed class Workspace(string root, Profile profile, FileHashes hashes)
{
    private readonly string _engine = Path.Combine(root, ".engine");

    public string Root => root;

    public string PathOf(Target target) => Path.Combine(root, target.Folder!);

    /// <summary>Deletes what killed runs left.</summary>
    public void Sweep() => Staging.Sweep(Path.Combine(_engine, "staging"));

    /// <summary>Fingerprint id of what was last made, restored or found here; null for never.</summary>
    public string? LastOf(Target target) => Remembered(target, 0);

    /// <summary>The one before that.</summary>
    public string? BeforeLastOf(Target target) => Remembered(target, 1);

    /// <summary>Remembers what the target was made from.</summary>
    public void SetLast(Target target, string fingerprint)
    {
        if (LastOf(target) is { } last && last == fingerprint)
        {
            return;
        }

        AtomicFile.Write(LastFile(target), $"{fingerprint}\n{LastOf(target)}\n");
    }

    private string? Remembered(Target target, int line)
    {
        string path = LastFile(target);
        hashes.Watched.Add(path);
        return File.Exists(path) && File.ReadAllLines(path) is { } lines && lines.Length > line && Names.IsDigest(lines[line])
            ? lines[line]
            : null;
    }

    /// <summary>Whether the published files are those of that fingerprint, byte for byte, their run record among them.</summary>
    public bool IsCurrent(Target target, string fingerprint)
    {
        string folder = PathOf(target);
        hashes.Watched.Add(folder);
        if (!Directory.Exists(folder) || RecordOf(target) is not { } made || made.Fingerprint != fingerprint)
        {
            return false;
        }

        if (target.OwnsFolder && Directory.EnumerateFileSystemEntries(folder).Count() != made.Outputs.Count)
        {
            return false;
        }

        return made.Outputs.All(output =>
        {
            string path = Path.Combine(folder, output.Path);
            return File.Exists(path) && hashes.Of(path) == output.Digest;
        });
    }

    /// <summary>Puts a target's outputs in place.</summary>
    /// <param name="record">Makes the run record that goes with them.</param>
    /// <returns>False where an object of the store is not what it was.</returns>
    public bool Publish(Target target, Manifest manifest, Func<byte[]> record, ResultStore store)
    {
        using FileStream held = StoreLock
            .TakeAsync(Path.Combine(_engine, "locks", Escape(target) + ".lock"), CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        using Staging staging = Staging.Open(Path.Combine(_engine, "staging"));
        string fresh = Path.Combine(staging.Path, "new");
        Directory.CreateDirectory(fresh);
        if (!manifest.Outputs.All(output => store.Copy(output, Path.Combine(fresh, output.Path))))
        {
            return false;
        }

        if (target.OwnsFolder)
        {
            File.WriteAllBytes(Path.Combine(fresh, RunRecord.File), record());
        }

        // What is to be found there, beside it and not in it.
        Output[] published = [.. Output.In(fresh)];
        if (target.OwnsFolder)
        {
            FolderSwap.Put(fresh, PathOf(target), Path.Combine(staging.Path, "old"));
        }
        else
        {
            Directory.CreateDirectory(PathOf(target));
            foreach (Output output in published)
            {
                BusyFile.Replace(Path.Combine(fresh, output.Path), Path.Combine(PathOf(target), output.Path));
            }
        }

        AtomicFile.Write(MadeFile(target), (manifest with { Outputs = published }).ToBytes());
        SetLast(target, manifest.Fingerprint);
        return true;
    }

    private Manifest? RecordOf(Target target)
    {
        string path = MadeFile(target);
        hashes.Watched.Add(path);
        return File.Exists(path) ? Manifest.Parse(File.ReadAllBytes(path)) : null;
    }

    private string MadeFile(Target target) => Path.Combine(_engine, "made", profile.Name(), Escape(target));

    private string LastFile(Target target) => Path.Combine(_engine, "last", profile.Name(), Escape(target));

    private static string Escape(Target target) => target.Name.Replace(':', '+').Replace('/', '_');
}
