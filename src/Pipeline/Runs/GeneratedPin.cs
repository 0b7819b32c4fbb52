using Research.Data;
using Research.Data.Locking;
using Research.Numerics;

namespace Research.Pipeline.Runs;

/// <summary>Refuses a generated dataset that is not what datasets.lock says every machine makes.</summary>
public static class GeneratedPin
{
    /// <summary>The dataset itself, where its pin agrees or it has none.</summary>
    /// <param name="root">The checkout.</param>
    /// <exception cref="ResearchException">The digest is another.</exception>
    public static Dataset Checked(Dataset made, string root)
    {
        string path = Checkout.LockFile(root);
        GeneratedEntry? pin = File.Exists(path) ? DatasetLock.Load(path).FindGenerated(made.Id) : null;
        return pin is null || pin.Digest == made.Digest
            ? made
            : throw new ResearchException(
                $"Dataset '{made.Id}': this machine made {made.Items.Count} clips with {made.Digest}, and datasets.lock pins "
                    + $"version {pin.Version}, {pin.Count} clips with {pin.Digest}. If the generator was meant to change, raise its Version and "
                    + $"run: research data lock {made.Id}. If not, this machine computes other bits: that is a bug, please report it."
            );
    }
}
