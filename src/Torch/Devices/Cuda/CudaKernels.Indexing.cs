using Research.Numerics;
using Research.Torch.Kernels;
using TorchSharp;

namespace Research.Torch.Devices.Cuda;

internal sealed unsafe partial class CudaKernels
{
    private const int NoteValues = 3; // whether there is one, the index, the size

    private readonly Lock _lock = new();
    private byte* _notes; // a bad index that a kernel found
    private bool _noted; // whether a kernel has looked for one since the last time

    public void TakeAlong(
        int elementSize,
        void* source,
        long* index,
        void* target,
        long outer,
        long size,
        long taken,
        long inner
    ) => Each(Bits("take_along", elementSize), outer * taken * inner, source, index, target, outer, size, taken, inner);

    public void PutAlong(
        bool add,
        torch.ScalarType type,
        void* source,
        long* index,
        void* target,
        long outer,
        long size,
        long put,
        long inner
    ) => Each($"put_{Name(type)}", outer * inner, add ? 1 : 0, source, index, target, outer, size, put, inner);

    public void TakeSlices(
        int elementSize,
        void* source,
        long* index,
        void* target,
        long outer,
        long size,
        long taken,
        long inner
    ) => Each(Bits("take_slices", elementSize), outer * taken * inner, source, index, target, outer, size, taken, inner);

    public void AddSlices(float* source, long* index, float* target, long outer, long size, long put, long inner) =>
        Each("add_slices", outer * inner, source, index, target, outer, size, put, inner);

    /// <summary>Looked for on the GPU; what is found is thrown when the host next asks for values.</summary>
    public void CheckIndex(string operation, long* index, long count, long size)
    {
        lock (_lock)
        {
            if (_notes == null)
            {
                _notes = place.Take(NoteValues * sizeof(long), out _);
                Fill(torch.ScalarType.Int64, _notes, NoteValues, 0L);
            }

            _noted = true;
        }

        Each("check_index", count, index, count, size, _notes);
    }

    /// <exception cref="ArgumentOutOfRangeException">A kernel was given an index that lies outside.</exception>
    public void CheckNotes()
    {
        long* note = stackalloc long[NoteValues];
        lock (_lock)
        {
            if (!_noted)
            {
                return;
            }

            _noted = false;
            driver.Download((nint)_notes, note, NoteValues * sizeof(long));
            if (note[0] == 0)
            {
                return;
            }

            Fill(torch.ScalarType.Int64, _notes, NoteValues, 0L);
        }

        throw new ArgumentOutOfRangeException(
            "index",
            FormattableString.Invariant(
                $"An index on the GPU, {note[1]}, lies outside 0 … {note[2] - 1}; it was found now, and used before."
            )
        );
    }

    public void Draw(Draw draw, Rng rng, float* target, long count)
    {
        ulong words = (ulong)count * (draw.Kind == DrawKind.Normal ? 2u : 1);
        (ulong seed, ulong key, ulong first) = rng.Take(words);
        switch (draw.Kind)
        {
            case DrawKind.Uniform:
                Each("draw_uniform", count, target, count, first, seed, key, draw.First, draw.Second);
                break;
            case DrawKind.Normal:
                Each("draw_normal", count, target, count, first, seed, key, draw.First, draw.Second);
                break;
            case DrawKind.Bernoulli:
                Each("draw_bernoulli", count, target, count, first, seed, key, draw.First);
                break;
            default:
                Each("draw_bernoulli_each", count, draw.Probabilities, target, count, first, seed, key);
                break;
        }
    }
}
