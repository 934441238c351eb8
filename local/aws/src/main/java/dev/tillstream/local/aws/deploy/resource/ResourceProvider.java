package dev.tillstream.local.aws.deploy.resource;

import dev.tillstream.local.aws.deploy.template.TemplateException;

/**
 * Makes resources of one type. One that is there already is brought up to date where AWS's own API
 * does that, else it has to be equal.
 */
public interface ResourceProvider {
    /** The type's name in templates. */
    String type();

    /** Every property that is understood, also those without an effect here. */
    KnownProperties properties();

    /**
     * Makes it.
     *
     * @throws TemplateException if another one of that name is there already
     */
    CreatedResource create(ResourceRequest request);
}
