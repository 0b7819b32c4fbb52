using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Research.Torch.Functions;

/// <summary>Cross-entropy and negative log-likelihood over classes, for [N, C] or [N, C, …].</summary>
internal static class ClassLosses
{
    public static Tensor CrossEntropy(
        Tensor input,
        Tensor target,
        Tensor? weight,
        long ignore,
        Reduction reduction,
        double smoothing
    )
    {
        if (smoothing is < 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(smoothing),
                $"cross_entropy: label smoothing is {smoothing}; it must lie between 0 and 1."
            );
        }

        int dim = input.dim() == 1 ? 0 : 1;
        Tensor logarithms = input.log_softmax(dim);
        if (target.is_floating_point())
        {
            return Soft(logarithms, target, weight, reduction, smoothing, dim);
        }

        if (smoothing == 0)
        {
            return NegativeLogLikelihood(logarithms, target, weight, ignore, reduction, "cross_entropy");
        }

        (Tensor rows, Tensor classes) = Rows("cross_entropy", logarithms, target, weight);
        (Tensor chosen, Tensor scale) = Picked("cross_entropy", rows, classes, weight, ignore);
        Tensor spread = -(weight is null ? rows : rows * weight).sum([1L]) * classes.ne(ignore).to_type(ScalarType.Float32);
        double share = smoothing / rows.Sizes[1];
        Tensor loss = ((-chosen * scale) * (1 - smoothing)) + (spread * share);
        return Reduced(loss, scale, target.Sizes, reduction);
    }

    /// <summary>−w[y]·x[y]; the mean is over the weights of the classes met.</summary>
    public static Tensor NegativeLogLikelihood(
        Tensor input,
        Tensor target,
        Tensor? weight,
        long ignore,
        Reduction reduction,
        string operation = "nll_loss"
    )
    {
        (Tensor rows, Tensor classes) = Rows(operation, input, target, weight);
        (Tensor chosen, Tensor scale) = Picked(operation, rows, classes, weight, ignore);
        return Reduced(-(chosen * scale), scale, target.Sizes, reduction);
    }

    private static Tensor Reduced(Tensor loss, Tensor scale, long[] shape, Reduction reduction) =>
        reduction switch
        {
            Reduction.Mean => Mean(loss, scale),
            Reduction.Sum => loss.sum(),
            _ => loss.reshape(shape),
        };

    // Of no item at all the mean is not a number, but its gradient is zero, as in PyTorch.
    private static Tensor Mean(Tensor loss, Tensor scale)
    {
        Tensor count = scale.sum();
        if (!count.Place.IsHost)
        {
            // The same without asking the device: what is added is zero where there is an item.
            Tensor none = count.eq(0f);
            Tensor safe = where(none, ones_like(count), count);
            return (loss.sum() / safe) + where(none, full_like(count, float.NaN), zeros_like(count));
        }

        return count.item<float>() == 0 ? (loss.sum() * 0f) + float.NaN : loss.sum() / count;
    }

    // One row of classes an item, in the order of the targets.
    private static (Tensor Rows, Tensor Classes) Rows(string operation, Tensor input, Tensor target, Tensor? weight)
    {
        Tensor batched = input.dim() == 1 ? input.unsqueeze(0) : input;
        long[] needed = input.dim() == 1 ? [] : [input.Sizes[0], .. input.Sizes[2..]];
        long classes = batched.Sizes[1];
        if (target.dtype != ScalarType.Int64 || !Shapes.Same(target.Sizes, needed))
        {
            throw new ArgumentException(
                $"{operation}: an input {Shapes.Text(input.Sizes)} needs Int64 classes of shape {Shapes.Text(needed)}; the target is {target.dtype} {Shapes.Text(target.Sizes)}."
            );
        }

        if (weight is not null && (weight.dim() != 1 || weight.Sizes[0] != classes))
        {
            throw new ArgumentException(
                $"{operation}: {classes} classes need as many weights; the weights have shape {Shapes.Text(weight.Sizes)}."
            );
        }

        long[] last = [0, .. Enumerable.Range(2, batched.Sizes.Length - 2).Select(d => (long)d), 1];
        Tensor rows = batched.dim() == 2 ? batched : batched.permute(last).reshape(-1, classes);
        return (rows, target.reshape(-1));
    }

    // The values of the classes, and the weight of each item: 0 where it is to be ignored.
    private static (Tensor Chosen, Tensor Scale) Picked(
        string operation,
        Tensor rows,
        Tensor classes,
        Tensor? weight,
        long ignore
    )
    {
        Tensor counted = classes.ne(ignore);
        Tensor safe = where(counted, classes, zeros_like(classes));
        Tensor.CheckIndex($"{operation}: class", safe, rows.Sizes[1]);
        Tensor scale = counted.to_type(ScalarType.Float32);
        scale = weight is null ? scale : scale * weight.index_select(0, safe);
        return (rows.gather(1, safe.unsqueeze(1)).squeeze(1), scale);
    }

    private static Tensor Soft(Tensor logarithms, Tensor target, Tensor? weight, Reduction reduction, double smoothing, int dim)
    {
        if (!Shapes.Same(logarithms.Sizes, target.Sizes))
        {
            throw new ArgumentException(
                $"cross_entropy: probabilities of classes must have the input's shape {Shapes.Text(logarithms.Sizes)}; they have {Shapes.Text(target.Sizes)}."
            );
        }

        long classes = logarithms.Sizes[dim];
        Tensor wanted = smoothing == 0 ? target : (target * (1 - smoothing)) + (smoothing / classes);
        long[] along = [.. logarithms.Sizes.Select((_, d) => d == dim ? classes : 1)];
        Tensor product = logarithms * wanted;
        Tensor loss = -(weight is null ? product : product * weight.reshape(along)).sum([(long)dim]);
        return reduction switch
        {
            Reduction.Mean => loss.sum() / ((double)logarithms.numel() / classes),
            Reduction.Sum => loss.sum(),
            _ => loss,
        };
    }
}
