using System.Runtime.Intrinsics;
using TorchSharp;

namespace Research.Torch.Kernels.Cpu;

internal sealed unsafe partial class CpuKernels
{
    private const int Strip = 64; // columns that one call reduces together
    private const int RowBlock = 512; // rows in one sum of a column: part of the order

    public void Reduce(ReduceOp op, torch.ScalarType type, void* source, void* target, long outer, long size, long inner)
    {
        if (type == torch.ScalarType.Int64)
        {
            Loops.Items(
                outer,
                size * inner,
                o => ReduceWhole(op, (long*)source + (o * size * inner), (long*)target + (o * inner), size, inner)
            );
            return;
        }

        var from = (float*)source;
        var to = (float*)target;
        if (inner == 1)
        {
            Loops.Items(outer, size, o => to[o] = ReduceLine(op, from + (o * size), size));
            return;
        }

        long strips = (inner + Strip - 1) / Strip;
        Loops.Items(
            outer * strips,
            size * Strip,
            item =>
            {
                (long o, long s) = Math.DivRem(item, strips);
                long first = s * Strip;
                ReduceStrip(
                    op,
                    from + (o * size * inner) + first,
                    to + (o * inner) + first,
                    size,
                    inner,
                    (int)Math.Min(Strip, inner - first)
                );
            }
        );
    }

    private static float ReduceLine(ReduceOp op, float* x, long count)
    {
        if (op == ReduceOp.Sum)
        {
            return (float)LineSums.Sum(x, count);
        }

        float value = x[0];
        for (long i = 1; i < count; i++)
        {
            value = Combine(op, value, x[i]);
        }

        return value;
    }

    // Columns side by side, each summed in double: blocks of 512 rows, from zero, and the blocks in order.
    private static void ReduceStrip(ReduceOp op, float* x, float* target, long size, long inner, int width)
    {
        if (op != ReduceOp.Sum)
        {
            new Span<float>(x, width).CopyTo(new Span<float>(target, width));
            for (long j = 1; j < size; j++)
            {
                for (int i = 0; i < width; i++)
                {
                    target[i] = Combine(op, target[i], x[(j * inner) + i]);
                }
            }

            return;
        }

        double* sums = stackalloc double[Strip];
        double* block = stackalloc double[Strip];
        new Span<double>(sums, Strip).Clear();
        for (long first = 0; first < size; first += RowBlock)
        {
            new Span<double>(block, Strip).Clear();
            AddRows(x + (first * inner), block, Math.Min(RowBlock, size - first), inner, width);
            for (int i = 0; i < width; i++)
            {
                sums[i] += block[i];
            }
        }

        for (int i = 0; i < width; i++)
        {
            target[i] = (float)sums[i];
        }
    }

    private static void AddRows(float* x, double* sums, long rows, long inner, int width)
    {
        for (long j = 0; j < rows; j++)
        {
            float* row = x + (j * inner);
            int i = 0;
            for (; i + VectorLanes <= width; i += VectorLanes)
            {
                (Vector256<double> low, Vector256<double> high) = Vector256.Widen(Vector256.Load(row + i));
                (Vector256.Load(sums + i) + low).Store(sums + i);
                (Vector256.Load(sums + i + (VectorLanes / 2)) + high).Store(sums + i + (VectorLanes / 2));
            }

            for (; i < width; i++)
            {
                sums[i] += row[i];
            }
        }
    }

    private static float Combine(ReduceOp op, float a, float b) =>
        op switch
        {
            ReduceOp.Maximum => float.IsNaN(a) || a > b ? a : b,
            ReduceOp.Minimum => float.IsNaN(a) || a < b ? a : b,
            _ => a * b,
        };

    private static void ReduceWhole(ReduceOp op, long* x, long* target, long size, long inner)
    {
        for (long i = 0; i < inner; i++)
        {
            long value = op == ReduceOp.Sum ? 0 : x[i];
            for (long j = op == ReduceOp.Sum ? 0 : 1; j < size; j++)
            {
                long next = x[(j * inner) + i];
                value = op switch
                {
                    ReduceOp.Sum => value + next,
                    ReduceOp.Maximum => Math.Max(value, next),
                    ReduceOp.Minimum => Math.Min(value, next),
                    _ => value * next,
                };
            }

            target[i] = value;
        }
    }

    public void ArgReduce(bool largest, torch.ScalarType type, void* source, long* target, long outer, long size, long inner) =>
        Loops.Items(
            outer,
            size * inner,
            o =>
            {
                for (long i = 0; i < inner; i++)
                {
                    long first = (o * size * inner) + i;
                    target[(o * inner) + i] =
                        type == torch.ScalarType.Int64
                            ? Best((long*)source + first, size, inner, largest)
                            : Best((float*)source + first, size, inner, largest);
                }
            }
        );

    // The first of equal values; a NaN is both the largest and the smallest, as in PyTorch.
    private static long Best<T>(T* x, long size, long step, bool largest)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        long best = 0;
        for (long j = 1; j < size && !T.IsNaN(x[best * step]); j++)
        {
            T value = x[j * step];
            if (T.IsNaN(value) || (largest ? value > x[best * step] : value < x[best * step]))
            {
                best = j;
            }
        }

        return best;
    }

    public void CumulativeSum(torch.ScalarType type, void* source, void* target, long outer, long size, long inner) =>
        Loops.Items(
            outer,
            size * inner,
            o =>
            {
                for (long i = 0; i < inner; i++)
                {
                    long first = (o * size * inner) + i;
                    (double sum, long whole) = (0, 0);
                    for (long at = first; at < first + (size * inner); at += inner)
                    {
                        if (type == torch.ScalarType.Int64)
                        {
                            ((long*)target)[at] = whole += ((long*)source)[at];
                        }
                        else
                        {
                            ((float*)target)[at] = (float)(sum += ((float*)source)[at]);
                        }
                    }
                }
            }
        );

    public void ArgSort(torch.ScalarType type, void* source, long* target, long outer, long size, long inner, bool descending) =>
        Loops.Items(
            outer,
            size * inner * 8,
            o =>
            {
                for (long i = 0; i < inner; i++)
                {
                    long first = (o * size * inner) + i;
                    int[] order =
                        type == torch.ScalarType.Int64
                            ? Order((long*)source + first, size, inner, descending)
                            : Order((float*)source + first, size, inner, descending);
                    for (long j = 0; j < size; j++)
                    {
                        target[first + (j * inner)] = order[j];
                    }
                }
            }
        );

    // Stable; NaN counts as the largest value, as in PyTorch.
    private static int[] Order<T>(T* x, long size, long step, bool descending)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var keys = new T[size];
        for (long j = 0; j < size; j++)
        {
            keys[j] = x[j * step];
        }

        int[] order = [.. Enumerable.Range(0, (int)size)];
        Array.Sort(
            order,
            (a, b) =>
            {
                (T p, T q) = (keys[a], keys[b]);
                int comparison = T.IsNaN(p) || T.IsNaN(q) ? T.IsNaN(p).CompareTo(T.IsNaN(q)) : p.CompareTo(q);
                comparison = descending ? -comparison : comparison;
                return comparison != 0 ? comparison : a.CompareTo(b);
            }
        );
        return order;
    }
}
