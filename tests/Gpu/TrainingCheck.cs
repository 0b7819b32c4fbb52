using Research.Torch.Tests.Determinism;

namespace Research.Gpu;

/// <summary>The trainings whose hashes are pinned for the CPU.</summary>
internal static class TrainingCheck
{
    public static IReadOnlyList<Comparison> Run() =>
        [
            .. PinnedTrainings.All.Select(one =>
            {
                string found = one.Train();
                return new Comparison(one.Name, found == one.Hash ? null : $"{found}, on the CPU {one.Hash}");
            }),
        ];
}
